-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "AdState" ADD VALUE 'proposing';
ALTER TYPE "AdState" ADD VALUE 'choosing';

-- AlterTable
ALTER TABLE "Ad" ADD COLUMN     "approval" BYTEA,
ADD COLUMN     "channel" BYTEA,
ADD COLUMN     "proposals" BYTEA;

-- AlterTable
ALTER TABLE "Owner" ADD COLUMN     "settings" BYTEA;

-- CreateTable
CREATE TABLE "Pace" (
    "kind" TEXT NOT NULL,
    "bucket" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Pace_pkey" PRIMARY KEY ("kind","bucket")
);

-- CreateIndex
CREATE INDEX "Ad_channel_idx" ON "Ad"("channel");
