### Organizaciones que firman, como las decide el equipo organizador.

console-organizations = Organizaciones
organizations-filter = Qué organizaciones
organizations-state = { $state ->
    [waiting] Por decidir
    [shown] Mostradas
   *[refused] No mostradas
}
organizations-none = { $state ->
    [waiting] Ninguna organización espera su decisión.
    [shown] Todavía no se muestra ninguna organización.
   *[refused] No se rechazó ninguna organización.
}
organizations-missed = Se retiró o se decidió sobre ella después de que usted la viera. Así están las cosas ahora.
organizations-twice = Esta organización ya se muestra. Quite primero la otra de la página o no muestre esta.
organizations-contact = Firma por ella
organizations-suspect = Formulario llenado como lo haría un programa
organizations-decide = { $choice ->
    [show] Mostrarla
    [take-off] Quitarla de la página
   *[refuse] No mostrarla
}
organizations-decide-what = : { $name }
overview-organizations = { $n ->
    [one] { $n } organización pendiente de decisión
   *[other] { $n } organizaciones pendientes de decisión
}
overview-decide = Decidir
export-organizations-title = Exportar organizaciones
export-organizations-text = Una tabla (CSV) con las organizaciones que confirmaron: nombre, quién firmó por ella y en qué estado está.
export-organizations-button = Descargar organizaciones
edit-organizations = Las organizaciones pueden firmar junto a las personas
edit-organizations-hint = Con un formulario propio, con nombre y logotipo. Usted ve cada una antes de que se muestre; se cuentan aparte.
