package reckon_test

import (
	"fmt"
	"math/big"

	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

// A printed figure holds when it follows from the exact mean by a usual way of
// rounding: 3/8 may be printed as 0.38 or 0.37, not as 0.36.
func ExampleHolds() {
	for _, printed := range []string{"0.38", "0.37", "0.36"} {
		figure, err := model.ParseDecimal(printed)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(printed, reckon.Holds(figure, big.NewRat(3, 8)))
	}
	// Output:
	// 0.38 true
	// 0.37 true
	// 0.36 false
}
