-- AlterTable
ALTER TABLE "Owner" ADD COLUMN     "leftAt" TIMESTAMPTZ(3);
