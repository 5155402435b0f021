package main

import (
	"fmt"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"forewarn/questions"
)

func newVersionCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of forewarn and of its questions",
		Long: `version prints the version of forewarn, and the id, the version and the hash of the
questions that are built into it. Two programs with the same hash ask the same
questions and give the same grades.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			bank, err := questions.Identify()
			if err != nil {
				return inputError(err)
			}
			_, err = fmt.Fprintf(os.Stdout, "forewarn %s, questions %s %s (%.12s)\n", programVersion(), bank.ID, bank.Version, bank.Hash)
			return printed(err)
		},
	}
}

// programVersion is the module's version, or the commit it was built from.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown version)"
	}
	version := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (version == "" || version == "(devel)") {
			return fmt.Sprintf("%.12s", s.Value)
		}
	}
	return version
}
