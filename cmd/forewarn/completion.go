package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func newCompletionCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what a shell needs to complete forewarn's commands",
		Long: `completion prints a script for bash, zsh, fish or powershell. With it, the tab key
completes commands, flags, their values, and the ids that explain knows.

  bash        forewarn completion bash > /etc/bash_completion.d/forewarn
  zsh         forewarn completion zsh > "${fpath[1]}/_forewarn"
  fish        forewarn completion fish > ~/.config/fish/completions/forewarn.fish
  powershell  forewarn completion powershell | Out-String | Invoke-Expression

The first three take effect in the next shell. In bash, the package
bash-completion must be there; in zsh, compinit must be on.`,
		Example: `  source <(forewarn completion bash)    for this shell alone`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError(fmt.Errorf("completion needs a shell: %s", shells))
			}
			return nil
		},
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(cmd *cobra.Command, args []string) error {
			return completionFor(cmd.Root(), args[0])
		},
	}
}

const shells = "bash, zsh, fish or powershell"

func completionFor(root *cobra.Command, shell string) error {
	switch shell {
	case "bash":
		return printed(root.GenBashCompletionV2(os.Stdout, true))
	case "zsh":
		return printed(root.GenZshCompletion(os.Stdout))
	case "fish":
		return printed(root.GenFishCompletion(os.Stdout, true))
	case "powershell":
		return printed(root.GenPowerShellCompletionWithDesc(os.Stdout))
	}
	return usageError(fmt.Errorf("there is no completion for %q, only for %s", shell, shells))
}

// addCompletions tells every command below root which values its flags and
// arguments take.
func addCompletions(root *cobra.Command, g *globalOptions) {
	flags := g.flagValues()
	for _, cmd := range append(root.Commands(), root) {
		for flag, values := range flags {
			if cmd.Flag(flag) != nil {
				// It fails only for a flag that says its values itself.
				_ = cmd.RegisterFlagCompletionFunc(flag, values)
			}
		}
		switch cmd.Name() {
		case "report", "check", "review", "diff", "history":
			cmd.ValidArgsFunction = planFiles
		case "ask":
			cmd.ValidArgsFunction = g.questionsOrPlans
		case "explain":
			cmd.ValidArgsFunction = g.entryIDs
		}
	}
}

// flagValues lists what can stand behind the flags that take some words alone.
func (g *globalOptions) flagValues() map[string]cobra.CompletionFunc {
	words := func(list ...cobra.Completion) cobra.CompletionFunc {
		return cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)
	}
	return map[string]cobra.CompletionFunc{
		"min-grade":   words("A", "B", "C", "D", "none"),
		"to":          words("A", "B", "C", "D"),
		"fail-on":     words("critical", "major", "minor", "none"),
		"show":        words("critical", "major", "minor", "note"),
		"color":       words("auto", "always", "never"),
		"of":          words("plan", "report", "diff", "history", "workshop", "sheet", "room"),
		"output":      words(textFormat, markdownFormat), // of explain: the others list their own
		"as-of":       words(),
		"on":          words(),
		"reading":     words(),
		"decision":    words("continue", "adjust", "stop"),
		"lesson":      words(),
		"lesson-kind": words("strategic", "tactical"),
		"only":        g.questionnaireIDs,
		"at":          g.questionIDs,
		"bank":        planFiles,
		"with-bank":   planFiles,
	}
}

func planFiles(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []cobra.Completion{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

// questionsOrPlans completes a question first, and files beside it; then a plan.
func (g *globalOptions) questionsOrPlans(cmd *cobra.Command, args []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return planFiles(cmd, args, toComplete)
	}
	ids, directive := g.questionIDs(cmd, args, toComplete)
	return ids, directive &^ cobra.ShellCompDirectiveNoFileComp
}

func (g *globalOptions) questionIDs(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	bank, err := g.bankFor(defaultPlan)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var ids []cobra.Completion
	for _, qn := range bank.Questionnaires {
		for i := range qn.Questions {
			ids = append(ids, cobra.CompletionWithDesc(qn.Questions[i].ID, qn.Questions[i].Ask))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

func (g *globalOptions) questionnaireIDs(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	bank, err := g.bankFor(defaultPlan)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var ids []cobra.Completion
	for _, qn := range bank.Questionnaires {
		ids = append(ids, cobra.CompletionWithDesc(qn.ID, qn.About))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

func (g *globalOptions) entryIDs(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all, err := g.catalogue()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var ids []cobra.Completion
	for _, title := range all.Titles() {
		ids = append(ids, cobra.CompletionWithDesc(title.ID, title.Text))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
