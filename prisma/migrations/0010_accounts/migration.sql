-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('portal', 'join', 'verify');

-- AlterTable
ALTER TABLE "Owner" ADD COLUMN     "accountId" TEXT;

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "emailLookup" BYTEA NOT NULL,
    "email" BYTEA NOT NULL,
    "password" BYTEA NOT NULL,
    "recovery" BYTEA,
    "isVerified" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "token" BYTEA NOT NULL,
    "ownerId" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" TEXT NOT NULL,
    "token" BYTEA NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "ownerId" TEXT NOT NULL,
    "peerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInTry" (
    "what" BYTEA NOT NULL,
    "hour" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SignInTry_pkey" PRIMARY KEY ("what")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_emailLookup_key" ON "Account"("emailLookup");

-- CreateIndex
CREATE INDEX "Session_ownerId_idx" ON "Session"("ownerId");

-- CreateIndex
CREATE INDEX "Session_createdAt_idx" ON "Session"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "SignInLink_token_key" ON "SignInLink"("token");

-- CreateIndex
CREATE INDEX "SignInLink_ownerId_idx" ON "SignInLink"("ownerId");

-- CreateIndex
CREATE INDEX "SignInLink_peerId_idx" ON "SignInLink"("peerId");

-- CreateIndex
CREATE INDEX "SignInLink_createdAt_idx" ON "SignInLink"("createdAt");

-- CreateIndex
CREATE INDEX "SignInTry_hour_idx" ON "SignInTry"("hour");

-- CreateIndex
CREATE INDEX "Owner_accountId_idx" ON "Owner"("accountId");

-- AddForeignKey
ALTER TABLE "Owner" ADD CONSTRAINT "Owner_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Owner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_id_fkey" FOREIGN KEY ("id") REFERENCES "Owner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_peerId_fkey" FOREIGN KEY ("peerId") REFERENCES "Owner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
