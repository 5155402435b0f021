package score

import (
	"forewarn/audit/planfile"
	"forewarn/questions"
)

// Score works out what plan is worth by bank. It returns an error only for
// input that contradicts itself or the bank, such as a level that no rung has;
// a plan that passed the checks of package planfile is scored. Neither bank nor
// plan is changed, and the Result shares their texts.
func Score(bank *questions.Bank, plan *planfile.Plan, c Circumstances) (*Result, error) {
	s, err := newSheet(bank, plan)
	if err != nil {
		return nil, err
	}
	s.asOf = c.AsOf
	rec := readRecords(plan, c.AsOf)
	if err := s.mark(rec, c.Weakened); err != nil {
		return nil, err
	}
	alarms := s.alarms(bank.Warnings)

	r := &Result{
		Initiative: plan.Initiative,
		AsOf:       c.AsOf,
		Bank: BankInfo{
			ID: bank.ID, Version: bank.Version, Hash: bank.Hash, PlanVersion: plan.Bank.Version,
			BuiltIn: bank.Core == nil, Reweighed: Reweighed(bank.Reweighed()),
		},
		Claimed:        s.score(asClaimed),
		Coverage:       s.coverage(),
		Questionnaires: s.outcome(),
		Records: Records{
			Objectives: plan.Objectives, Stakeholders: plan.Stakeholders, Metrics: plan.Metrics, Programmes: plan.Programmes,
			Scenarios: plan.Scenarios, Waivers: plan.Waivers, Reviews: plan.Reviews,
		},
		Warnings: warnings(bank, alarms),
		Next:     s.next(alarms),
	}
	r.Shown, r.Evidenced = s.evidence()
	r.Unknowns = unknowns(r.Questionnaires)
	r.Open = s.open(alarms)
	r.Low = s.grade(atLow, r)
	r.High = s.grade(atHigh, r)
	r.Missing = s.missing(r.Coverage)
	r.Gradable = len(r.Missing) == 0
	r.Weights = s.weights(r, alarms)
	r.Way = s.way(r, c.To, alarms)
	r.Next = r.Way.ahead(r.Next)
	r.Findings = s.findings(rec, c)
	return r, nil
}
