-- CreateTable: one partition per hour, so that an hour goes at once (Prisma knows no partitions; to it this is a table)
CREATE TABLE "UsageEvent" (
    "id" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "person" BYTEA,
    "facts" BYTEA NOT NULL,

    CONSTRAINT "UsageEvent_pkey" PRIMARY KEY ("hour","id")
) PARTITION BY RANGE ("hour");

-- CreateIndex
CREATE INDEX "UsageEvent_hour_person_idx" ON "UsageEvent"("hour", "person");
