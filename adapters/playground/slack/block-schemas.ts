/** Block Kit as the loopback accepts it: unknown types, unknown keys and overlong values are refused, as Slack does. */
import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
const marked = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(most), verbatim: z.boolean().optional() });
const anyText = (most: number) => z.union([plain(most), marked(most)]);
const id = text(255);

const confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const style = z.strictObject({ bold: z.boolean().optional(), italic: z.boolean().optional() }).optional();
const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(3000), style }),
  z.strictObject({ type: z.literal('link'), url: z.url().max(3000), text: text(3000).optional(), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/), style }),
]);
/** Preformatted text holds text and links only, no people. */
const richPart = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement).min(1) }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.strictObject({ type: z.literal('text'), text: text(3000) })).min(1),
  }),
]);
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z.array(richPart).min(1),
});
const image = z
  .strictObject({
    type: z.literal('image'),
    block_id: id.optional(),
    alt_text: text(2000),
    title: plain(2000).optional(),
    image_url: z.url().max(3000).optional(),
    slack_file: z.strictObject({ id: z.string() }).optional(),
  })
  .refine((block) => (block.image_url === undefined) !== (block.slack_file === undefined), 'needs image_url or slack_file');
const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: text(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
});
const section = z.strictObject({
  type: z.literal('section'),
  block_id: id.optional(),
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
});
const context = z.strictObject({
  type: z.literal('context'),
  block_id: id.optional(),
  elements: z.array(anyText(2000)).min(1).max(10),
});
const actions = z.strictObject({ type: z.literal('actions'), block_id: id.optional(), elements: z.array(button).min(1).max(25) });
const header = z.strictObject({ type: z.literal('header'), block_id: id.optional(), text: plain(150) });
const divider = z.strictObject({ type: z.literal('divider'), block_id: id.optional() });

const option = z.strictObject({ text: plain(75), value: text(150), description: plain(75).optional() });
const picked = { action_id: id, options: z.array(option).min(1).max(10) };
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id,
  filetypes: z
    .array(z.string().regex(/^[a-z0-9]+$/))
    .min(1)
    .optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});
const inputElement = z.discriminatedUnion('type', [
  fileInput,
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean().optional(),
      initial_value: z.string().optional(),
      max_length: z.number().int().min(1).max(3000).optional(),
      min_length: z.number().int().min(0).max(3000).optional(),
      placeholder: plain(150).optional(),
    })
    .refine((element) => (element.initial_value?.length ?? 0) <= (element.max_length ?? 3000), 'initial_value over max_length'),
  z.strictObject({ type: z.literal('users_select'), action_id: id, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    action_id: id,
    initial_users: z.array(z.string()).min(1).optional(),
    max_selected_items: z.number().int().min(1).optional(),
    placeholder: plain(150).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    action_id: id,
    initial_conversations: z.array(z.string()).min(1).optional(),
    max_selected_items: z.number().int().min(1).optional(),
    placeholder: plain(150).optional(),
    filter: z
      .strictObject({
        include: z
          .array(z.enum(['im', 'mpim', 'private', 'public']))
          .min(1)
          .optional(),
        exclude_external_shared_channels: z.boolean().optional(),
        exclude_bot_users: z.boolean().optional(),
      })
      .optional(),
  }),
  z.strictObject({ type: z.literal('radio_buttons'), ...picked, initial_option: option.optional() }),
  z.strictObject({ type: z.literal('checkboxes'), ...picked, initial_options: z.array(option).min(1).optional() }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: id,
    options: z.array(option).min(1).max(100),
    initial_option: option.optional(),
    placeholder: plain(150).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id: id,
    options: z.array(option).min(1).max(100),
    initial_options: z.array(option).min(1).optional(),
    placeholder: plain(150).optional(),
  }),
]);
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id.optional(),
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  element: inputElement,
});

const messageBlock = z.discriminatedUnion('type', [richText, image, section, context, actions, header, divider]);
const viewBlock = z.discriminatedUnion('type', [richText, image, section, context, actions, header, divider, input]);

export const messageBlocks = z.array(messageBlock).max(50);
export const modalView = z.strictObject({
  type: z.literal('modal'),
  callback_id: text(255),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  private_metadata: z.string().max(3000).optional(),
  notify_on_close: z.boolean().optional(),
  clear_on_close: z.boolean().optional(),
  blocks: z.array(viewBlock).min(1).max(100),
});

export const homeView = z.strictObject({
  type: z.literal('home'),
  callback_id: text(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  external_id: text(255).optional(),
  blocks: z.array(viewBlock).min(1).max(100),
});

/** Slack refuses a message whose blocks hold more text than this, without documenting it. */
export const mostBlockText = 13_200;
