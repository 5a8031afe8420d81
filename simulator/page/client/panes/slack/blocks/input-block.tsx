import { useId } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { objectAt } from '../../../../../common/json.ts';
import { useLanguage } from '../../../language/language.ts';
import { AnyElement } from '../elements/any-element.tsx';
import { errorId, hintId } from '../elements/describe.ts';
import { blockIdOf } from '../elements/element.ts';
import { useSurface } from '../elements/surface.ts';
import { plainText, TextObject } from '../text/text-object.tsx';

/** An input with its label, hint and error. */
export function InputBlock({ block }: { readonly block: JsonObject }) {
  const { t } = useLanguage();
  const surface = useSurface();
  const inputId = useId();
  const element = objectAt(block, 'element');
  const label = plainText(block.label);
  // The stand-in names the field in its own refusals; here it stands beside it.
  const error = surface.errors[blockIdOf(block)]?.replace(`${label}: `, '');
  if (!element) return null;
  return (
    <div className={error ? 'sl-input sl-input-wrong' : 'sl-input'} data-block={blockIdOf(block)}>
      <label id={`${inputId}-label`} className="sl-label" htmlFor={inputId}>
        {label}
        {block.optional === true ? (
          <span className="sl-optional"> {t('modal.optional')}</span>
        ) : (
          <span className="sl-required" title={t('modal.required')} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      <AnyElement element={element} block={block} inputId={inputId} />
      <p id={errorId(inputId)} className="sl-error" role={error ? 'alert' : undefined} hidden={!error}>
        {error}
      </p>
      {block.hint !== undefined && (
        <p id={hintId(inputId)} className="sl-hint">
          <TextObject of={block.hint} />
        </p>
      )}
    </div>
  );
}
