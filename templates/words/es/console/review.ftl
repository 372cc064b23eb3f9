### Las razones tal como las leen quienes organizan.

## Motivos

console-reasons = Motivos
reasons-many = Leer veinte a la vez
reasons-single = Leer uno por uno
reasons-missed = Quien lo escribió cambió o borró algo después de que usted lo leyera. Aquí está lo que queda por leer.
reasons-filter = Qué motivos
reasons-state = { $state ->
    [published] Publicados
    [private] En privado
    [hidden] Ocultos
   *[waiting] Por leer
}
reasons-none = { $state ->
    [published] Todavía no hay nada publicado.
    [private] No hay nada en privado.
    [hidden] No hay nada oculto.
   *[waiting] Nada que leer.
}
reasons-card = Motivo por leer
reasons-tick = Elegir lo que dice { $name }
reasons-named = Muestra su nombre
reasons-unnamed = No muestra su nombre
reasons-reports = { $n ->
    [one] Reportado una vez
   *[other] Reportado { $n } veces
}
reasons-decide = { $choice ->
    [publish] Publicar
    [keep] Dejar en privado
   *[hide] Ocultar
}
reasons-keys = Teclas: A publica, S deja en privado, R oculta, mientras esta tarjeta está seleccionada.
reasons-next = Más
overview-reasons = { $n ->
    [one] { $n } motivo por leer
   *[other] { $n } motivos por leer
}
overview-read = Leer
