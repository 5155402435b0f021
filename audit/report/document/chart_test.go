package document

import (
	"math/big"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func chartOf(scores ...int64) *Chart {
	c := &Chart{Title: "Score"}
	for i, s := range scores {
		p := ChartPoint{On: time.Date(2026, 11, 1+i, 0, 0, 0, 0, time.UTC)}
		if s >= 0 {
			p.Low = big.NewRat(s, 1)
			p.High = p.Low
		}
		c.Points = append(c.Points, p)
	}
	return c
}

func TestChart(t *testing.T) {
	for _, c := range []struct {
		chart        *Chart
		spark, words string
	}{
		{chartOf(), "", "There is no score to draw."},
		{chartOf(-1), "·", "There is no score to draw."},
		{chartOf(-1, 40), "·▄", "One score: 40.0 on 2 November 2026."},
		{chartOf(0, 12, 13, 50, -1, 99, 100, 30), "▁▁▂▅·██▃", "From 0.0 on 1 November 2026 to 30.0 on 8 November 2026; lowest 0.0 on 1 November 2026, highest 100.0 on 7 November 2026."},
	} {
		if got := c.chart.Spark(80); got != c.spark {
			t.Errorf("it is drawn %s, want %s", got, c.spark)
		}
		if got := c.chart.Says(); got != c.words {
			t.Errorf("it says %s, want %s", got, c.words)
		}
	}
}

// However many points there are, they fit, in their order and with the last.
func TestChartMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := chartOf(rapid.SliceOfN(rapid.Int64Range(-1, 100), 1, 300).Draw(t, "scores")...)
		most := rapid.IntRange(1, 200).Draw(t, "most")
		got := c.Most(most)
		if len(got) != min(most, len(c.Points)) || utf8.RuneCountInString(c.Spark(most)) != len(got) {
			t.Fatalf("of %d points there are %d", len(c.Points), len(got))
		}
		if !got[len(got)-1].On.Equal(c.Points[len(c.Points)-1].On) {
			t.Fatal("the last one is missing")
		}
		for i := 1; i < len(got); i++ {
			if !got[i].On.After(got[i-1].On) {
				t.Fatalf("%v does not follow %v", got[i].On, got[i-1].On)
			}
		}
	})
}
