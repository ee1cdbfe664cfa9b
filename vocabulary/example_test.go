package vocabulary_test

import (
	"fmt"
	"strings"

	"recount.invalid/recount/vocabulary"
)

// A user's file adds names and headings without a new program.
func ExampleVocabulary_With() {
	v, err := vocabulary.Default().With(strings.NewReader(`
members:
  - {code: NOR, name: Norway, also: [Kingdom of Norway]}
headings:
  assessment: [Marks Given]
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	code, _ := v.Member("the Kingdom of Norway")
	kind, _ := v.Heading("2. MARKS GIVEN:")
	fmt.Println(code, kind)

	_, err = vocabulary.Default().With(strings.NewReader("headings:\n  asessment: [Marks Given]\n"))
	fmt.Println(strings.Split(err.Error(), ";")[0])
	// Output:
	// NOR assessment
	// vocabulary: line 2, column 14: headings: unknown kind "asessment"
}

func ExampleVocabulary_MembersIn() {
	for _, m := range vocabulary.Default().MembersIn("The UK and the Republic of Korea met; it gave us hope.") {
		fmt.Println(m.Code, m.Name, m.Start, m.End)
	}
	// Output:
	// GBR UK 4 6
	// KOR Republic of Korea 15 32
}
