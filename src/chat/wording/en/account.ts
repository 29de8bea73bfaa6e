/** English: accounts, as they are spoken of in a chat. */
export const account = {
  commands: {
    register: { name: 'register', description: 'Your private link to the portal: see, take along, delete your data' },
    link: {
      name: 'link',
      description: 'Join what you do here with what you do in another chat app',
      takes: 'the code shown there',
    },
  },
  title: 'Your account',
  linkText: 'This private link opens your account in a browser. It works once, within 15 minutes. Give it to nobody.',
  linkLabel: 'Open my account',
  noPortal: 'No portal is open here, and none is needed. All of it can be done in this chat:',
  inChat: [
    'See what is held of you: /privacy status',
    'Take a copy along: /privacy export',
    'Correct: /privacy correct',
    'Delete: /privacy delete',
    'Consent to AI partners: /privacy consent',
    'Join with another chat app: /account link',
  ],
  codeTitle: 'Join two identities',
  codeText: 'In the other chat app, type this within 15 minutes. Then come back and press Join here.',
  joinHere: 'Join here',
  codeWrong: 'This code is not known, or is too old. Type /account link in the other chat app for a new one.',
  met: (platform: string): string =>
    `The code is from somebody on ${platform}. Join only if that is you: both will be one account, with each other’s ads and data.`,
  metYes: 'That is me',
  metDone: 'Good. Now press Join here in the other chat app.',
  waiting: 'Nobody has typed the code yet. Type it in the other chat app first and press there, then press here again.',
  joined: 'Joined. Both identities are one account now.',
  joinGone: 'This code is too old or was used already. Type /account link for a new one.',
  oneStays:
    'Both have an e-mail address and a password already. Those of the other chat app stay; those used here so far are deleted.',
  joinedOne:
    'Joined. Both identities are one account now. Sign in to the portal with the e-mail address that belonged to this chat app.',
  mailEnded:
    'A request about your data that came by mail and waited under the other address has ended, and nothing was done. If you still want it, write again from the address that stays.',
};
