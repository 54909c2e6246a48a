import { RackField } from './modes/element.ts';

export { RackField };

// A page may load the script from two addresses; the first definition stays.
if (!customElements.get('rack-field')) customElements.define('rack-field', RackField);
