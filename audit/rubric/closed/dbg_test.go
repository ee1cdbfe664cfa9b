package closed

import (
	"fmt"
	"testing"
)

func TestDbg(t *testing.T) {
	for _, s := range [][]string{
		{"Germany repealed the fuel rebate for inland barges and commissioned two studies on the taxation of company cars", "The repeal is its only strong action."},
		{"Australia put AUD60 million into places in day care in its May budget, which is a strong action."},
		{"One visit by the state secretary to Tunis, a weak action, is all that there is."},
		{"The law is strong, the meeting weak."},
		{"The CAD18-million window for women-led firms in Senegal was Canada's one distinct action."},
		{"India can point to three strong actions, the Marine Litter Rules, the Kochi contract and an appropriation of INR4 billion."},
		{"The law on start-up funds, the tax credit of November and the opening of two public laboratories are three strong actions."},
		{"Apart from the new training fund, a strong action, the government's contribution consisted of statements."},
		{"The Marine Litter Rules and the contract for the Kochi sorting plant are two strong actions."},
	} {
		c, ok := Actions(s)
		fmt.Println(ok, c)
	}
}
