/** The words of the editor's interface, in groups. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** What the Spanish of Sveltia 0.221.1 lacks of what somebody who writes may come across; the rest is for whoever configures it. */
const MISSING: Words = {
  select_item: "Seleccionar {$name}",
  folders: "Carpetas",
  more_folders: "Más carpetas",
  slug: "Nombre en la dirección",
  sign_in_using_access_token_workflow_note:
    "Como se trabaja con propuestas, también tiene que poder leer y escribir pull requests.",
  domain: "Dominio",
  file_unavailable: "No está",
  file_unavailable_description: "No se ha podido abrir este archivo. Puede que se haya movido o borrado.",
  back_to_parent_folder: "Volver a la carpeta de arriba",
  new_folder: "Carpeta nueva",
  new_folder_name: "Nombre de la carpeta",
  new_folder_create: "Crear",
  new_folder_description: "La carpeta nueva se crea en «{$folder}».",
  new_folder_error: {
    empty: "El nombre no puede estar vacío.",
    invalid: "El nombre no puede llevar barras ni empezar por un punto.",
    duplicate: "Aquí ya hay una carpeta o un archivo que se llama así.",
  },
  creating_folder: "Creando la carpeta…",
  creating_folder_failed: "No se ha podido crear la carpeta.",
  folder_options: "Opciones de la carpeta",
  show_folder_options: "Ver opciones de la carpeta",
  rename_folder: "Cambiar el nombre de la carpeta",
  delete_folder: "Borrar la carpeta",
  renaming_folder: "Cambiando el nombre…",
  renaming_folder_failed: "No se ha podido cambiar el nombre.",
  deleting_folder: "Borrando la carpeta…",
  deleting_folder_failed: "No se ha podido borrar la carpeta.",
  replace_file: "Cambiar el archivo",
  replace_image: "Cambiar la imagen",
  remove_file: "Quitar el archivo",
  remove_image: "Quitar la imagen",
  show_errors: "Ver los fallos",
  folder_created: "Carpeta creada.",
  folder_path: "Dónde está la carpeta",
  folder_contents: "Qué hay",
  x_folders:
    ".input {$count :integer} .match $count 0 {{Ninguna carpeta}} one {{{$count} carpeta}} * {{{$count} carpetas}}",
  folder_renamed: "Nombre cambiado.",
  folder_deleted: "Carpeta borrada.",
  entry_sidebar: {
    slug: {
      title: "Nombre en la dirección",
      generated_on_save: "Sale del título al guardar por primera vez.",
      unavailable: "No tiene nombre en la dirección.",
    },
  },
  save_conflict: {
    title: "Otra persona lo ha cambiado",
    modified_by: "{$name} lo cambió el {$date}, después de que lo abrieras.",
    modified: "Ha cambiado en el repositorio después de que lo abrieras.",
    deleted: "Se ha borrado del repositorio después de que lo abrieras.",
    overwrite_warning: "Si guardas ahora, se pierden sus cambios.",
    recreate_warning: "Si guardas ahora, se crea otra vez.",
    save_anyway: "Guardar de todos modos",
    branch_moved: "Alguien ha guardado a la vez. Vuelve a intentarlo.",
  },
  remote_change: {
    reload_entry: "Abrirlo otra vez",
    confirm_reloading_entry: "¿Abrirlo otra vez? Se pierde lo que no has guardado.",
  },
  list_item_options: "Opciones de este elemento",
  relation_field: {
    save_together_hint: "«{$name}» se guarda a la vez que lo que estás escribiendo.",
    add_failed: "No se ha podido añadir «{$name}».",
  },
  assets_dialog: {
    title: { folder: "Elegir carpeta" },
    selected_folder: "Carpeta elegida: {$path}",
    no_subfolders: "Esta carpeta no tiene otras dentro.",
  },
  status: { deploying: "Publicándose" },
  workflow: { deploying_deletion: "Borrado" },
};

/** What is there stays as it is. */
export function withMissingWords(there: Words, missing: Words = MISSING): Words {
  const added = Object.entries(missing).map(([key, value]) => {
    const own = there[key];
    if (own === undefined) return [key, value] as const;
    return [
      key,
      typeof own === "object" && typeof value === "object" ? withMissingWords(own, value) : own,
    ] as const;
  });
  return { ...there, ...Object.fromEntries<string | Words>(added) };
}
