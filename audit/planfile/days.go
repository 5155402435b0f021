package planfile

import "time"

// AsOf is the day of an audit. A day that is written down has no zone: it has come
// once it has begun anywhere on earth, and is over once it is over everywhere, so
// that the same plan is read alike in Auckland and in Honolulu. All days are
// midnight UTC.
type AsOf struct {
	Day   time.Time // by which the audit is dated
	Begun time.Time // the latest day that has begun somewhere
	Over  time.Time // the latest day that is over everywhere
}

// OnDay is an audit of exactly one day, which has come and is not over.
func OnDay(day time.Time) AsOf {
	return AsOf{Day: day, Begun: day, Over: day.AddDate(0, 0, -1)}
}

// Now is an audit at a moment, dated by the zone that the moment is in. Days begin
// first in the zone of UTC+14, and end last in that of UTC-12.
func Now(now time.Time) AsOf {
	return AsOf{
		Day:   midnight(now),
		Begun: midnight(now.In(time.FixedZone("", 14*60*60))),
		Over:  midnight(now.In(time.FixedZone("", -12*60*60))).AddDate(0, 0, -1),
	}
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// HasCome reports whether a day has begun somewhere. What says that something was
// done counts only then.
func (a AsOf) HasCome(day time.Time) bool { return !day.After(a.Begun) }

// IsOver reports whether a day is over everywhere.
func (a AsOf) IsOver(day time.Time) bool { return !day.After(a.Over) }

// IsOlder reports whether a day is more than so many days ago, wherever one is.
func (a AsOf) IsOlder(day time.Time, days int) bool { return a.IsOver(day.AddDate(0, 0, days)) }
