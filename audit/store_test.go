package audit_test

import (
	"forewarn/audit"
	"forewarn/audit/interview"
)

var _ interview.Store = (*audit.File)(nil)
