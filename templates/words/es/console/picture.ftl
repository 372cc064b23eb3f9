### The picture of a petition.

## Consola

console-picture = Imagen
picture-text = Va en lo alto de la página y en la lista de peticiones, y acompaña los enlaces que la gente comparte y sus canales de novedades. Sin imagen, la página dibuja las firmas como trazos.
picture-live = Lo que guarde se muestra enseguida.
picture-saved = Guardado.
picture-kept-note = Esto es lo que escribió antes de que se cerrara su sesión. Todavía no está guardado.
picture-stale = Otra persona cambió la imagen mientras usted estaba aquí. Sus palabras están abajo: mire las de ella en otra ventana y después guarde.
picture-file = Imagen
picture-file-hint = PNG, JPEG o WebP, de 10 MB como máximo y de al menos 600 por 400 píxeles. Las páginas muestran el centro, tres de ancho por dos de alto. Guardamos dos copias pequeñas sin los datos ocultos del archivo, como el lugar donde se tomó. Use una que pueda publicar.
picture-held = La imagen que eligió se conserva. Elija un archivo solo si quiere otra.
picture-alt = Qué muestra
picture-alt-hint = Una frase para quien no la ve, como la diría por teléfono.
picture-credit = De quién es la imagen
picture-credit-hint = Se muestra debajo, como en «Imagen: Ana Ruiz».
picture-caption = Pie de imagen
picture-caption-hint = Una frase debajo.
picture-save = Guardar
picture-replace = Usar otra imagen
picture-keep = Dejar la actual
picture-remove = Quitarla
picture-remove-title = ¿Quitar esta imagen?
picture-remove-text = La página vuelve enseguida a sus trazos; las cachés y las redes pueden mostrar la imagen durante un día. La imagen y sus textos se borran.
