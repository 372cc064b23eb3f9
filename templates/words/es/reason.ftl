### Por qué firma la gente: escrito, reportado, mostrado.
### { $kind } es letter, pledge o petition.

## Por qué firma la gente

why-tab = Por qué firmó
why-title = { $kind ->
    [pledge] ¿Por qué asumió este compromiso?
   *[petition] ¿Por qué firmó?
}
why-label = Su motivo
why-hint = El equipo organizador lo lee primero. Si lo publica, su nombre de pila aparece al lado si usted muestra su nombre. Máximo 500 caracteres, sin direcciones web.
risk-why-hint = El equipo organizador lo lee primero. Si lo publica, aparece sin nombre: no escriba nada que diga quién es usted. Máximo 500 caracteres, sin direcciones web.
why-button = Enviar mi motivo
why-take = Borrar mi motivo
why-back = Volver a su firma
why-standing = { $state ->
    [typed] Guardado. El equipo organizador lo leerá cuando usted confirme desde su correo.
    [unsent] Esto se escribió antes de que usted confirmara y todavía no se envió. Envíelo si es lo que quiere decir, o bórrelo.
    [published] Está en la página. Si lo cambia, el equipo organizador lo leerá de nuevo primero.
    [private] El equipo organizador lo leyó y no lo publica.
   *[waiting] Guardado. El equipo organizador lo lee antes que nadie.
}
confirm-promise = Su compromiso
signed-promise = Su compromiso:
confirm-reason = Su motivo, para que lo lea el equipo organizador
featured-title = { $kind ->
    [pledge] Por qué asumen este compromiso
   *[petition] Por qué firman
}
featured-report = Reportar
featured-report-what = lo que dice { $name }
report-title = ¿Reportar este mensaje?
report-text = El equipo organizador lo leyó y lo publicó. Si insulta o pone en peligro a alguien, o no es verdad, avísele.
report-button = Reportarlo
reported-title = Gracias
reported-text = El equipo organizador ve su reporte. Si varias personas reportan lo mismo, se le pide que lo lea otra vez; hasta que decida, sigue en la página.
