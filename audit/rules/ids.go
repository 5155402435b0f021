package rules

import "forewarn/audit/yamldoc"

// The rules that make a file unusable.
const (
	NotReadable          = yamldoc.NotReadable
	Syntax               = yamldoc.Syntax
	NotSupported         = yamldoc.NotSupported
	DuplicateKey         = yamldoc.DuplicateKey
	UnknownKey           = yamldoc.UnknownKey
	WrongType            = yamldoc.WrongType
	MissingKey           = yamldoc.MissingKey
	UnknownID            = "unknown-id"
	DanglingReference    = "dangling-reference"
	DuplicateID          = "duplicate-id"
	WrongAnswer          = "wrong-answer"
	LevelOutOfRange      = "level-out-of-range"
	NotApplicableRefused = "not-applicable-refused"
	BankMismatch         = "bank-mismatch"
	FormatMismatch       = "format-mismatch"
	MoreErrors           = yamldoc.MoreProblems // stands last, for those that are not listed
)

func unusable() []string {
	return []string{
		NotReadable, Syntax, NotSupported, DuplicateKey, UnknownKey,
		WrongType, MissingKey, UnknownID, DanglingReference, DuplicateID,
		WrongAnswer, LevelOutOfRange, NotApplicableRefused, BankMismatch, FormatMismatch, MoreErrors,
	}
}

// The rules about a plan's records, and about days to come.
const (
	FutureDate              = "future-date"
	LaunchPast              = "launch-past"
	TargetPast              = "target-past"
	MetricWithoutBaseline   = "metric-without-baseline"
	MetricWithoutSuccess    = "metric-without-success"
	MetricWithoutStop       = "metric-without-stop"
	MetricWithoutDate       = "metric-without-date"
	MetricWithoutOwner      = "metric-without-owner"
	MetricWithoutSource     = "metric-without-source"
	MetricWithoutCadence    = "metric-without-cadence"
	MetricWithoutObjective  = "metric-without-objective"
	LineCrossed             = "line-crossed"
	LineMoved               = "line-moved"
	SuccessNoBetter         = "success-no-better"
	StopBeyondSuccess       = "stop-beyond-success"
	NotComparable           = "not-comparable"
	FewReviews              = "few-reviews"
	OneKindOfMeasure        = "one-kind-of-measure"
	AllLagging              = "all-lagging"
	TooManyMetrics          = "too-many-metrics"
	ObjectiveWithoutGoal    = "objective-without-goal"
	ObjectiveWithoutOwner   = "objective-without-goal-owner"
	ObjectiveWithoutDate    = "objective-without-date"
	StakeholderNotTold      = "stakeholder-not-told"
	StakeholderNotAsked     = "stakeholder-not-asked"
	RestatedTooEarly        = "restated-too-early"
	GroupTwice              = "group-twice"
	TextCut                 = "text-cut"
	NoEmployees             = "no-employees"
	NoCustomers             = "no-customers"
	ProgrammeWithoutLead    = "programme-without-lead"
	ProgrammeNeverMeets     = "programme-never-meets"
	ScenarioWithoutResponse = "scenario-without-response"
	ScenarioWithoutOwner    = "scenario-without-owner"
	OnlyDiscomfort          = "only-discomfort"
)

func records() []string {
	return []string{
		FutureDate, LaunchPast, TargetPast,
		MetricWithoutBaseline, MetricWithoutSuccess, MetricWithoutStop, MetricWithoutDate, MetricWithoutOwner,
		MetricWithoutSource, MetricWithoutCadence, MetricWithoutObjective, LineCrossed, LineMoved, SuccessNoBetter, StopBeyondSuccess, NotComparable,
		FewReviews, OneKindOfMeasure, AllLagging, TooManyMetrics, ObjectiveWithoutGoal, ObjectiveWithoutOwner,
		ObjectiveWithoutDate, StakeholderNotTold, StakeholderNotAsked, RestatedTooEarly, GroupTwice, TextCut, NoEmployees, NoCustomers,
		ProgrammeWithoutLead, ProgrammeNeverMeets, ScenarioWithoutResponse, ScenarioWithoutOwner, OnlyDiscomfort,
	}
}

// The rules about answers, what stands behind them, and waivers.
const (
	EvidenceStale      = "evidence-stale"
	EvidenceMissing    = "evidence-missing"
	EvidenceOfNothing  = "evidence-of-nothing"
	VouchedByOwner     = "vouched-by-owner"
	QuestionChanged    = "question-changed"
	QuestionRetired    = "question-retired"
	DismissalUnused    = "dismissal-unused"
	AnswerStale        = "answer-stale" // found only when somebody asks for an age
	ClaimWithoutRecord = "claim-without-record"
	AnswerBelowRecord  = "answer-below-record"
	WaiverExpired      = "waiver-expired"
	WaiverUnused       = "waiver-unused"
)

func answers() []string {
	return []string{EvidenceStale, EvidenceMissing, EvidenceOfNothing, VouchedByOwner, QuestionChanged, QuestionRetired, DismissalUnused, AnswerStale, ClaimWithoutRecord, AnswerBelowRecord, WaiverExpired, WaiverUnused}
}
