package planfile_test

import (
	"forewarn/audit/interview"
	"forewarn/audit/planfile"
)

var _ interview.Store = (*planfile.File)(nil)
