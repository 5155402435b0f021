package score

import (
	"math/big"
	"math/bits"
)

// wide is a whole number of up to 128 bits, so that shares of points with one
// denominator are added and compared exactly and fast.
type wide struct{ high, low uint64 }

// wideBits is how many bits a sum may have.
const wideBits = 127

func (a wide) plus(b wide) wide {
	low, carry := bits.Add64(a.low, b.low, 0)
	high, _ := bits.Add64(a.high, b.high, carry)
	return wide{high, low}
}

// times multiplies by a number that is not negative.
func (a wide) times(n int) wide {
	high, low := bits.Mul64(a.low, uint64(n))
	return wide{high + a.high*uint64(n), low}
}

func (a wide) less(b wide) bool { return a.high < b.high || a.high == b.high && a.low < b.low }

// widened converts a number from 0 up of at most wideBits.
func widened(x *big.Int) wide {
	high := new(big.Int).Rsh(x, 64)
	low := new(big.Int).And(x, new(big.Int).SetUint64(1<<64-1))
	return wide{high.Uint64(), low.Uint64()}
}
