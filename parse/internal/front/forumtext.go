package front

import "strings"

// mostForumWords is how many words the name of a forum has at the most ('Group of Eight').
const mostForumWords = 3

// forumOfText is the forum of a report whose titles name none: the one that the text before
// the chapters names right before the word 'summit', in paragraphs that have the summit's
// name ('the G8 Summit at Quay Town'). Empty where there is none, or where two are named so.
func (r *Reader) forumOfText(name string) string {
	if name == "" {
		return ""
	}
	found := ""
	for _, b := range r.Front {
		if b.Table != nil {
			continue
		}
		text := r.Content(b).Text
		if !strings.Contains(text, name) {
			continue
		}
		words := strings.Fields(text)
		for i := range words {
			if !strings.HasPrefix(strings.ToLower(words[i]), "summit") {
				continue
			}
			for n := 1; n <= mostForumWords && n <= i; n++ {
				forum, ok := r.Vocab.ForumNamed(strings.Join(words[i-n:i], " "))
				if !ok {
					continue
				}
				if found != "" && forum != found {
					return ""
				}
				found = forum
			}
		}
	}
	return found
}
