-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OwnerKind" AS ENUM ('account', 'member', 'workspace');

-- CreateEnum
CREATE TYPE "OwnerState" AS ENUM ('active', 'erasing');

-- CreateEnum
CREATE TYPE "IntakeState" AS ENUM ('taken', 'done', 'refused', 'void');

-- CreateEnum
CREATE TYPE "AdState" AS ENUM ('preparing', 'queued', 'drawing', 'made', 'delivered', 'refused', 'failed', 'cancelled', 'erasing');

-- CreateTable
CREATE TABLE "Owner" (
    "id" TEXT NOT NULL,
    "kind" "OwnerKind" NOT NULL,
    "state" "OwnerState" NOT NULL DEFAULT 'active',
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "lookup" BYTEA NOT NULL,
    "identity" BYTEA NOT NULL,
    "workspaceId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Owner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Intake" (
    "id" TEXT NOT NULL,
    "delivery" BYTEA NOT NULL,
    "person" BYTEA NOT NULL,
    "hour" INTEGER NOT NULL,
    "state" "IntakeState" NOT NULL DEFAULT 'taken',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "input" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Photo" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "keep" BOOLEAN NOT NULL,
    "hasCutout" BOOLEAN NOT NULL,
    "facts" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ad" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "rootId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "intakeId" TEXT,
    "state" "AdState" NOT NULL,
    "runner" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "formats" TEXT[],
    "brief" BYTEA NOT NULL,
    "recipe" BYTEA,
    "place" BYTEA,
    "post" BYTEA,
    "problem" TEXT,
    "errorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Ad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdPhoto" (
    "adId" TEXT NOT NULL,
    "photoId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "AdPhoto_pkey" PRIMARY KEY ("adId","photoId")
);

-- CreateTable
CREATE TABLE "Step" (
    "adId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "done" BOOLEAN NOT NULL DEFAULT false,
    "runs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Step_pkey" PRIMARY KEY ("adId","name")
);

-- CreateTable
CREATE TABLE "Creative" (
    "id" TEXT NOT NULL,
    "adId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "altText" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Creative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SentFile" (
    "adId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fileId" BYTEA NOT NULL,

    CONSTRAINT "SentFile_pkey" PRIMARY KEY ("adId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Owner_lookup_key" ON "Owner"("lookup");

-- CreateIndex
CREATE INDEX "Owner_workspaceId_idx" ON "Owner"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Intake_delivery_key" ON "Intake"("delivery");

-- CreateIndex
CREATE INDEX "Intake_state_createdAt_idx" ON "Intake"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Intake_person_idx" ON "Intake"("person");

-- CreateIndex
CREATE INDEX "Photo_ownerId_idx" ON "Photo"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Ad_intakeId_key" ON "Ad"("intakeId");

-- CreateIndex
CREATE INDEX "Ad_state_createdAt_idx" ON "Ad"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Ad_ownerId_idx" ON "Ad"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Ad_rootId_version_key" ON "Ad"("rootId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Creative_adId_format_key" ON "Creative"("adId", "format");

-- AddForeignKey
ALTER TABLE "Owner" ADD CONSTRAINT "Owner_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Owner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Photo" ADD CONSTRAINT "Photo_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ad" ADD CONSTRAINT "Ad_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdPhoto" ADD CONSTRAINT "AdPhoto_adId_fkey" FOREIGN KEY ("adId") REFERENCES "Ad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdPhoto" ADD CONSTRAINT "AdPhoto_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "Photo"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_adId_fkey" FOREIGN KEY ("adId") REFERENCES "Ad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Creative" ADD CONSTRAINT "Creative_adId_fkey" FOREIGN KEY ("adId") REFERENCES "Ad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SentFile" ADD CONSTRAINT "SentFile_adId_fkey" FOREIGN KEY ("adId") REFERENCES "Ad"("id") ON DELETE CASCADE ON UPDATE CASCADE;
