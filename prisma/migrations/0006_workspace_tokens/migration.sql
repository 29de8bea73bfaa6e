-- CreateTable
CREATE TABLE "WorkspaceToken" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "facts" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkspaceToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WorkspaceToken_ownerId_key" ON "WorkspaceToken"("ownerId");

-- AddForeignKey
ALTER TABLE "WorkspaceToken" ADD CONSTRAINT "WorkspaceToken_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
