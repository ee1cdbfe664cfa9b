# How did each member comply, summit by summit?
# Base R only. Run in the data set's folder: Rscript examples/averages.R
scores  <- read.csv("csv/scores.csv", na.strings = "", fileEncoding = "UTF-8")
reports <- read.csv("csv/reports.csv", na.strings = "", fileEncoding = "UTF-8")

# One score per commitment and member, of the version that counts: CAUTIONS.md
# has the rule.
scores <- scores[scores$counts == 1, ]
scores$member <- ifelse(is.na(scores$member), scores$member_name, scores$member)
scores <- merge(scores, reports[c("report_id", "forum", "year", "summit", "stage")], by = "report_id")
scores <- scores[!is.na(scores$score), ]

if (nrow(scores) == 0) {
  cat("no scores\n")
} else {
  scores$year[is.na(scores$year)] <- 0
  result <- aggregate(score ~ forum + year + member, data = transform(scores, forum = ifelse(is.na(forum), "", forum)), FUN = mean)
  result$percent <- round((result$score + 1) * 50, 1)
  print(result[order(result$forum, result$year, result$member), ], row.names = FALSE)
}
