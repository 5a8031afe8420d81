import { type ComponentType, useId } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { objectAt, objectsAt, stringAt } from '../../../../../common/json.ts';
import { COMPONENT } from '../../../../../discord/validation/walk.ts';
import { useLanguage } from '../../../language/language.ts';
import { Markdown } from '../text/markdown.tsx';
import { type InputProps, idOf, useForm } from './form.ts';
import { Checkbox, CheckboxGroup, RadioGroup } from './inputs/choices.tsx';
import { FileUpload } from './inputs/file-upload.tsx';
import { FormSelect } from './inputs/form-select.tsx';
import { TextInput } from './inputs/text-input.tsx';

const INPUTS: Readonly<Record<number, ComponentType<InputProps>>> = {
  [COMPONENT.textInput]: TextInput,
  [COMPONENT.fileUpload]: FileUpload,
  [COMPONENT.radioGroup]: RadioGroup,
  [COMPONENT.checkboxGroup]: CheckboxGroup,
  [COMPONENT.checkbox]: Checkbox,
};

/** One part of a form: words, an input under its label, or an input in a row as in older forms. */
export function Field({ component }: { readonly component: JsonObject }) {
  if (component.type === COMPONENT.text) return <Markdown source={stringAt(component, 'content') ?? ''} />;
  const inner = objectAt(component, 'component');
  if (inner) return <Labelled label={component} input={inner} />;
  return objectsAt(component, 'components').map((input) => (
    <Labelled key={idOf(input)} label={input} input={input} />
  ));
}

interface LabelledProps {
  /** Whatever carries the label's words. */
  readonly label: JsonObject;
  readonly input: JsonObject;
}

function Labelled({ label, input }: LabelledProps) {
  const { t } = useLanguage();
  const inputId = useId();
  const error = useForm().errors[idOf(input)];
  const description = stringAt(label, 'description');
  const Input = INPUTS[Number(input.type)] ?? FormSelect;
  const required = input.required !== false && input.type !== COMPONENT.checkbox;
  return (
    <div className={error ? 'dc-field dc-field-wrong' : 'dc-field'} data-input={idOf(input)}>
      <label id={`${inputId}-label`} className="dc-label" htmlFor={inputId}>
        {stringAt(label, 'label')}
        {required && (
          <span className="dc-required" title={t('modal.required')} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      <p id={`${inputId}-help`} className="dc-help" hidden={description === undefined}>
        {description}
      </p>
      <Input input={input} inputId={inputId} described={`${inputId}-help ${inputId}-error`} />
      <p id={`${inputId}-error`} className="dc-error" role={error ? 'alert' : undefined} hidden={!error}>
        {error}
      </p>
    </div>
  );
}
