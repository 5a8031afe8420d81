/**
 * The package names JavaScript as the types of its schemas. Only the request bodies that the stand-in checks stand here; what
 * they let through is known to be an object, no more.
 */
declare module 'discord-api-spec/zod' {
  import type { ZodMiniType } from 'zod/mini';

  type BodySchema = ZodMiniType<object>;

  export const ApplicationCommandUpdateRequestSchema: BodySchema;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: BodySchema;
  export const CreateMessageInteractionCallbackRequestSchema: BodySchema;
  export const CreateTextThreadWithoutMessageRequestSchema: BodySchema;
  export const CreateTextThreadWithMessageRequestSchema: BodySchema;
  export const IncomingWebhookRequestPartialSchema: BodySchema;
  export const IncomingWebhookUpdateRequestPartialSchema: BodySchema;
  export const MessageCreateRequestSchema: BodySchema;
  export const MessageEditRequestPartialSchema: BodySchema;
  export const ModalInteractionCallbackRequestSchema: BodySchema;
  export const UpdateThreadRequestPartialSchema: BodySchema;
  export const UpdateMessageInteractionCallbackRequestSchema: BodySchema;
}
