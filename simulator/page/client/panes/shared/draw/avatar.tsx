const HUES = [262, 198, 152, 28, 340, 220, 96, 14, 178, 300];

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  /** From which the initials are taken, where the name is a handle. */
  readonly label?: string;
  readonly small?: boolean;
}

/** A tile with initials, the same colour for the same person everywhere; the app has a mark of its own. */
export function Avatar({ id, name, label = name, small = false }: AvatarProps) {
  const size = small ? 'face face-small' : 'face';
  if (isApp(name)) {
    return (
      <span className={`${size} face-app`} aria-hidden="true">
        报
      </span>
    );
  }
  return (
    <span className={`${size} face-hue-${hueOf(id)}`} aria-hidden="true">
      {initials(label)}
    </span>
  );
}

const isApp = (name: string) => name.toLowerCase() === 'baobei';

function hueOf(id: string): number {
  const sum = [...id].reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7);
  return Math.abs(sum) % HUES.length;
}

export function initials(name: string): string {
  const han = /\p{Script=Han}+/u.exec(name)?.[0];
  if (han) return han.slice(-2);
  const words = name.trim().split(/[\s-]+/);
  return words
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
}
