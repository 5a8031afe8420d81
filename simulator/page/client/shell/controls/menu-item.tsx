interface MenuItemProps {
  readonly label: string;
  readonly help: string;
  readonly choose: () => void;
}

export function MenuItem({ label, help, choose }: MenuItemProps) {
  return (
    <button type="button" className="sh-menu-item" onClick={choose}>
      <strong>{label}</strong>
      <span>{help}</span>
    </button>
  );
}
