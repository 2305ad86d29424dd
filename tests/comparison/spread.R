# What glm says of meldingen per pupil: a csv with case, year (0 or 1) and the meldingen of one pupil, those without any too.
options(digits = 15)
all <- read.csv(commandArgs(TRUE)[1], sep = ";", stringsAsFactors = FALSE)
for (case in unique(all$case)) {
    fit <- summary(glm(meldingen ~ year, family = quasipoisson, data = all[all$case == case, ], control = glm.control(epsilon = 1e-14, maxit = 100)))
    effect <- fit$coefficients["year", ]
    margin <- qt(0.975, fit$df.residual) * effect["Std. Error"]
    cat(paste(c(case, exp(effect["Estimate"] + c(0, -margin, margin)), effect["Pr(>|t|)"]), collapse = ";"), "\n", sep = "")
}
