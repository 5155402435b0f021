package main

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"forewarn/audit/disk"
)

func newManCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "man [DIR]",
		Short: "Write the manual pages",
		Long: `man writes a manual page for forewarn and one for each of its commands into DIR,
which is made when it is not there. Without DIR it prints the page of forewarn.
The pages say the same as --help, and carry no date.`,
		Example: `  forewarn man | man -l -
  forewarn man /usr/local/share/man/man1`,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				_, err := os.Stdout.Write(manPage(cmd.Root()))
				return printed(err)
			case 1:
				if args[0] == "" {
					return usageError(errors.New("man needs the name of a folder"))
				}
				return printed(writeManPages(args[0], cmd.Root()))
			}
			return usageError(errors.New("more than one folder is named"))
		},
	}
}

func writeManPages(dir string, root *cobra.Command) error {
	page := disk.Kind{IfFolder: func(string) string { return "rename it, or name another folder" }, Elsewhere: "name another folder"}
	if err := page.MakeFolder(dir); err != nil {
		return err
	}
	for _, cmd := range append(below(root), root) {
		if err := page.Write(filepath.Join(dir, manName(cmd)+".1"), manPage(cmd)); err != nil {
			return err
		}
	}
	return nil
}

// manName is the command with its parents, joined by hyphens as git does.
func manName(cmd *cobra.Command) string {
	return strings.ReplaceAll(cmd.CommandPath(), " ", "-")
}

// listed are the commands that help lists, but for help itself.
func listed(root *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, cmd := range root.Commands() {
		if cmd.IsAvailableCommand() && cmd.Name() != "help" {
			all = append(all, cmd)
		}
	}
	return all
}

// below are the commands that help lists, and those of each.
func below(cmd *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, c := range listed(cmd) {
		all = append(append(all, c), below(c)...)
	}
	return all
}

// manPage returns the manual page of one command in roff.
func manPage(cmd *cobra.Command) []byte {
	// Cobra adds these flags only to the command that runs.
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	p := &roff{}
	p.request("TH", strings.ToUpper(manName(cmd)), "1", "", "forewarn "+programVersion(), "forewarn")
	p.request("SH", "NAME")
	p.line(roffText(manName(cmd)) + ` \- ` + roffText(cmd.Short))
	p.request("SH", "SYNOPSIS")
	p.line(bold(cmd.CommandPath()) + roffText(strings.TrimPrefix(cmd.UseLine(), cmd.CommandPath())))
	p.request("SH", "DESCRIPTION")
	p.prose(cmp.Or(cmd.Long, cmd.Short))
	if commands := listed(cmd); len(commands) > 0 {
		p.request("SH", "COMMANDS")
		for _, c := range commands {
			p.item(bold(c.Name()), c.Short)
		}
	}
	p.flags("OPTIONS", cmd.LocalFlags())
	if cmd.HasInheritedFlags() {
		p.flags("OPTIONS OF EVERY COMMAND", cmd.InheritedFlags())
	}
	if cmd.Example != "" {
		p.request("SH", "EXAMPLES")
		p.prose(cmd.Example)
	}
	p.request("SH", "SEE ALSO")
	p.line(strings.Join(seeAlso(cmd), ", "))
	return p.Bytes()
}

func seeAlso(cmd *cobra.Command) []string {
	var pages []string
	others := []*cobra.Command{cmd.Root()}
	if cmd == cmd.Root() {
		others = below(cmd)
	}
	slices.SortFunc(others, func(a, b *cobra.Command) int { return cmp.Compare(manName(a)+"(1)", manName(b)+"(1)") })
	for _, c := range others {
		pages = append(pages, bold(manName(c))+"(1)")
	}
	return pages
}
