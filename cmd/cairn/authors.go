package main

import "github.com/spf13/cobra"

// authorsGroup is the id of the commands of those who write courses: help lists
// them by themselves.
const authorsGroup = "authors"

// addAuthors adds the commands of those who write courses, one a line.
func addAuthors(root *cobra.Command, env environment) {
	root.AddGroup(&cobra.Group{ID: authorsGroup, Title: "For authors"})
	for _, c := range []*cobra.Command{
		newNew(env),
		newImportCourse(env),
		newExportCourse(env),
		newCheck(env),
		newFix(env),
		newExplain(env),
		newPreview(env),
		newTest(env),
		newMap(env),
		newReport(env),
		newLSP(env),
		newSchema(env),
		newSimulate(env),
	} {
		c.GroupID = authorsGroup
		root.AddCommand(c)
	}
}
