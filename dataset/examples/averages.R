# How did each member comply, year by year?
# Base R only. Run in the data set's folder: Rscript examples/averages.R
panel <- read.csv("csv/panel.csv", na.strings = "", fileEncoding = "UTF-8", colClasses = c(serial = "character"))

# One row per promise and member: the version that counts (CAUTIONS.md has the
# rule). Where there is no score, status says why.
panel <- panel[panel$status == "scored", ]

if (nrow(panel) == 0) {
  cat("no scores\n")
} else {
  panel$forum  <- ifelse(is.na(panel$forum), "", panel$forum)
  panel$year   <- ifelse(is.na(panel$year), 0, panel$year)
  panel$member <- ifelse(is.na(panel$member), panel$member_name, panel$member)
  result <- aggregate(score ~ forum + year + member, data = panel, FUN = mean)
  result$percent <- round((result$score + 1) * 50, 1)
  print(result[order(result$forum, result$year, result$member), ], row.names = FALSE)
}
