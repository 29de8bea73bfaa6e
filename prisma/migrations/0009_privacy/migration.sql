-- CreateEnum
CREATE TYPE "PrivacyRequestKind" AS ENUM ('export', 'erase');

-- CreateEnum
CREATE TYPE "PrivacyRequestState" AS ENUM ('open', 'owed', 'done');

-- CreateTable
CREATE TABLE "PrivacyRequest" (
    "id" TEXT NOT NULL,
    "kind" "PrivacyRequestKind" NOT NULL,
    "state" "PrivacyRequestState" NOT NULL DEFAULT 'open',
    "step" TEXT,
    "person" BYTEA,
    "facts" BYTEA,
    "receipt" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PrivacyRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "textVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disclosure" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "adId" TEXT,
    "partner" TEXT NOT NULL,
    "facts" BYTEA NOT NULL,
    "lapsesAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PrivacyRequest_state_receivedAt_idx" ON "PrivacyRequest"("state", "receivedAt");

-- CreateIndex
CREATE INDEX "PrivacyRequest_person_idx" ON "PrivacyRequest"("person");

-- CreateIndex
CREATE INDEX "Consent_ownerId_partner_createdAt_idx" ON "Consent"("ownerId", "partner", "createdAt");

-- CreateIndex
CREATE INDEX "Disclosure_ownerId_createdAt_idx" ON "Disclosure"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "Disclosure_partner_createdAt_idx" ON "Disclosure"("partner", "createdAt");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disclosure" ADD CONSTRAINT "Disclosure_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
