import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';

const labelled = (label: string, component: APIComponentInLabel, description?: string) =>
  ({
    type: ComponentType.Label,
    label,
    component,
    ...(description === undefined ? {} : { description }),
  }) as const satisfies APILabelComponent;

/** A form with the inputs that modals have. */
export function everyInput(): APIModalInteractionResponseCallbackData {
  return {
    custom_id: 'every-input',
    title: 'Cooperation 2/4',
    components: [
      { type: ComponentType.TextDisplay, content: 'Fill in from the **contract**. A blank costs you.' },
      labelled(
        'Contract number',
        {
          ...{ type: ComponentType.TextInput, custom_id: 'contract', style: TextInputStyle.Short },
          ...{ min_length: 3, max_length: 64 },
        },
        'As it stands on the signed contract.',
      ),
      labelled('Notes', {
        ...{ type: ComponentType.TextInput, custom_id: 'notes', style: TextInputStyle.Paragraph },
        ...{ required: false, max_length: 60 },
      }),
      labelled('Service scope', {
        ...{ type: ComponentType.StringSelect, custom_id: 'scope', max_values: 2 },
        options: [
          { value: 'OPERATIONS', label: 'Operations', description: 'Daily store operation' },
          { value: 'MARKETING', label: 'Marketing' },
          { value: 'DESIGN', label: 'Design' },
        ],
      }),
      labelled('Signed contract', { type: ComponentType.FileUpload, custom_id: 'evidence', max_values: 2 }),
    ],
  };
}
