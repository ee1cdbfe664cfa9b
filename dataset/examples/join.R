# Which rows of the panel have no partner in a table by country and year, and
# which of its rows have none in the panel? merge() alone drops both in silence.
# Base R only. Run in the data set's folder:
#   Rscript examples/join.R other.csv
# other.csv has the columns alpha3 (ISO 3166-1) and year; joined.csv is written.
other_file <- commandArgs(trailingOnly = TRUE)[1]
panel <- read.csv("csv/panel.csv", na.strings = "", fileEncoding = "UTF-8", colClasses = c(serial = "character"))
other <- read.csv(other_file, na.strings = "", fileEncoding = "UTF-8")

twice <- duplicated(other[c("alpha3", "year")])
if (any(twice)) stop(sum(twice), " rows of ", other_file, " have the country and year of another one")

# The unions have no code of a country and no partner by it.
panel$in_panel <- TRUE
other$in_other <- TRUE
joined <- merge(panel, other, by = c("alpha3", "year"), all = TRUE)
alone <- is.na(joined$in_other)
cat("rows with a partner:", sum(!alone & !is.na(joined$in_panel)), "\n")
cat("rows of the panel without one:", sum(alone), "\n")
print(table(member = joined$member[alone], year = joined$year[alone]))
cat("rows of the other table without one:", sum(is.na(joined$in_panel)), "\n")
print(joined[is.na(joined$in_panel), c("alpha3", "year")], row.names = FALSE)
stopifnot(sum(!is.na(joined$in_panel)) == nrow(panel)) # no row is lost or doubled
write.csv(joined, "joined.csv", row.names = FALSE, na = "", fileEncoding = "UTF-8")
