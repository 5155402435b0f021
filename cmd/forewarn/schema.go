package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"forewarn/audit/report/json"
	"forewarn/audit/schema"
	"forewarn/questions"
)

func newSchemaCmd(g *globalOptions) *cobra.Command {
	var of string
	var plain bool
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a plan, for editors",
		Long: `schema prints what an editor needs to check a plan while somebody types, and to
show beside each answer its question and the lines to choose from; with --plain it
leaves out the words that only editors know, for validators that refuse them. With
--of report it prints the schema of what -o json writes, with --of diff, --of history
and --of room that of what these commands and workshop report write; --of workshop and
--of sheet describe the files of a workshop.`,
		Example: `  forewarn schema > plan.schema.json

and as the first line of the plan:

  # yaml-language-server: $schema=plan.schema.json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			schema, err := schemaOf(g, of, plain)
			if err != nil {
				return err
			}
			_, err = os.Stdout.Write(schema)
			return printed(err)
		},
	}
	cmd.Flags().BoolVar(&plain, "plain", false, "leave out the words that only editors know")
	cmd.Flags().StringVar(&of, "of", "plan", "what to describe: "+schemaNames)
	return cmd
}

const schemaNames = "plan, report, diff, history, workshop, sheet or room"

func schemaOf(g *globalOptions, what string, plain bool) ([]byte, error) {
	write := map[string]func(*questions.Bank) ([]byte, error){"plan": schema.Plan, "workshop": schema.Workshop, "sheet": schema.Sheet}[what]
	if what == "plan" && plain {
		write = schema.Plain
	}
	if write != nil {
		bank, err := g.bankFor(defaultPlan)
		if err != nil {
			return nil, err
		}
		text, err := write(bank)
		return text, printed(err)
	}
	switch what {
	case "report":
		return json.Schema(), nil
	case "diff":
		return json.DiffSchema(), nil
	case "history":
		return json.HistorySchema(), nil
	case "room":
		return json.RoomSchema(), nil
	}
	return nil, usageError(fmt.Errorf("--of %q is not %s", what, schemaNames))
}
