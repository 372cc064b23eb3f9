### La consola de quienes organizan.

console-sign-in = Entrar
console-sign-out = Salir
console-email = Correo electrónico
console-password = Frase de acceso
console-forgot = ¿Olvidó su frase de acceso?
console-overview = Resumen
console-signatures = Firmas
console-page-and-form = Página y formulario
console-petitions = Todas las peticiones
console-sessions = Dónde tiene la sesión abierta
