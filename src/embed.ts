import { loadLife, loadPicture, RackField } from './modes/element/element.ts';

export { loadLife, loadPicture };

// A page may load the script twice, from two addresses or in two versions; the first one stays.
if (!customElements.get('rack-field')) customElements.define('rack-field', RackField);
