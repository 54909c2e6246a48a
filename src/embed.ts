import { RackField } from './modes/element.ts';

export { RackField };

// A page may carry the script twice, under two addresses; the first one stands.
if (!customElements.get('rack-field')) customElements.define('rack-field', RackField);
