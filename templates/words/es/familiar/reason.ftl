### Por qué firma la gente, de tú. { $kind } es letter, pledge o petition.

why-tab = Por qué firmaste
why-title = { $kind ->
    [pledge] ¿Por qué asumiste este compromiso?
   *[petition] ¿Por qué firmaste?
}
why-label = Tu motivo
why-hint = El equipo organizador lo lee primero. Si lo publica, tu nombre de pila aparece al lado si muestras tu nombre. Máximo 500 caracteres, sin direcciones web.
why-back = Volver a tu firma
why-standing = { $state ->
    [typed] Guardado. El equipo organizador lo leerá cuando confirmes desde tu correo.
    [unsent] Esto se escribió antes de que confirmaras y todavía no se envió. Envíalo si es lo que quieres decir, o bórralo.
    [published] Está en la página. Si lo cambias, el equipo organizador lo leerá de nuevo primero.
    [private] El equipo organizador lo leyó y no lo publica.
   *[waiting] Guardado. El equipo organizador lo lee antes que nadie.
}
confirm-promise = Tu compromiso
signed-promise = Tu compromiso:
confirm-reason = Tu motivo, para que lo lea el equipo organizador
report-text = El equipo organizador lo leyó y lo publicó. Si insulta o pone en peligro a alguien, o no es verdad, avísale.
reported-text = El equipo organizador ve tu reporte. Si varias personas reportan lo mismo, se le pide que lo lea otra vez; hasta que decida, sigue en la página.
risk-why-hint = El equipo organizador lo lee primero. Si lo publica, aparece sin nombre: no escribas nada que diga quién eres. Máximo 500 caracteres, sin direcciones web.
