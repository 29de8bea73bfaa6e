-- AlterTable
ALTER TABLE "Ad" ADD COLUMN     "change" TEXT;

-- AlterTable
ALTER TABLE "Intake" ADD COLUMN     "attempt" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "Obligation" (
    "id" TEXT NOT NULL,
    "what" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" TEXT NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Obligation_createdAt_idx" ON "Obligation"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Ad_rootId_change_key" ON "Ad"("rootId", "change");

-- Its random name, made once with the database
INSERT INTO "Installation" ("id") VALUES (gen_random_uuid()::text);
