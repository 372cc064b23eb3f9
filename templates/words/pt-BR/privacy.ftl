### O que acontece com o que se escreve.

## Privacidade

privacy-title = Como usamos seus dados
privacy-who-title = Quem guarda
privacy-who = { $organization } guarda o que você digita. Envie perguntas e pedidos para { $contact }.
privacy-who-alone = { $organization } guarda o que você digita e não informa um endereço de contato. Você pode ver, mudar e apagar por conta própria o que guardamos sobre você: “Mudar ou retirar minha assinatura”, no fim desta página, envia o link.
privacy-what-title = O que é guardado
privacy-what = Seu nome e seu e-mail; sua ocupação, sua escola, universidade ou trabalho, sua cidade ou estado, seu CEP ou código postal e seu país, se você informou; suas respostas; por onde você chegou, se o link dizia; seu motivo, se você escreveu um; o texto exato que você assinou e quando. Não guardamos seu endereço IP. Até você confirmar, por no máximo sete dias, um código mostra se o link é aberto pela mesma conexão. Não é possível ler o endereço IP nesse código, que depois é apagado.
privacy-why-title = Para quê
privacy-why = Para contar cada pessoa uma só vez e para entregar o abaixo-assinado. Seu e-mail é usado para mensagens sobre sua própria assinatura: para confirmar e quando alguém pede o link, uma mudança ou que ela seja apagada. Novidades sobre esta campanha, só se você disse sim. Ele nunca fica público.
privacy-questions = A equipe organizadora também pergunta isto. Só ela lê as respostas; você pode ver e mudar as suas na sua própria página, e elas são apagadas com os seus dados.
privacy-receives-title = Quem recebe o quê
privacy-receives = A equipe organizadora de { $organization } vê a lista de quem assinou. Nada é repassado a outros sites.
privacy-receives-founders = Várias organizações fazem este pedido. Cada uma destas recebe o nome e o e-mail de quem disse sim a ela, e de mais ninguém:
privacy-receives-target = O total e os nomes de quem mostra o seu são entregues a:
privacy-kept = A lista não é criptografada no servidor deste site: quem mantém o site poderia lê-la. O programa deste site não grava em seus registros nomes, endereços de e-mail nem endereços IP de quem visita.
privacy-public-title = O que outras pessoas veem
privacy-public = { $listing ->
    [never] Nenhum nome aparece: sua assinatura conta, mas seu nome não aparece.
    [always] Nesta lista, os nomes são públicos: o formulário diz isso acima do botão, e o seu aparece assim que você confirma. Aparece o que o formulário diz, e nada mais.
   *[asked] Só o que você escolheu no formulário, e nada mais. Se você não escolheu nada, sua assinatura conta, mas seu nome não aparece.
}
privacy-long-title = Por quanto tempo
privacy-long = O que você digita é apagado depois de sete dias, se você não confirmar. Você pode mudar, retirar ou apagar uma assinatura confirmada enquanto ela for guardada, com o link da mensagem que recebeu ou em “Mudar ou retirar minha assinatura”, abaixo.
privacy-keeps = Os dados de quem assina são guardados até o fim do dia { $date }, { $months ->
    [one] um mês
   *[other] { $months } meses
} depois do último dia para assinar, e então apagados. Pode ser antes, se a equipe organizadora encerrar as assinaturas ou encurtar o prazo, mas nunca depois. O total permanece, sem nomes.
privacy-keeps-after = Os dados de quem assina são guardados até { $months ->
    [one] um mês
   *[other] { $months } meses
} depois do encerramento, e depois apagados. O total permanece, sem nomes.
privacy-kept-until = As assinaturas foram encerradas. Os dados de quem assinou foram guardados até { $date } e já foram apagados. O total permanece, sem nomes.
privacy-keeps-over = As assinaturas foram encerradas. Os dados de quem assinou são guardados até o fim do dia { $date } e então apagados. O total permanece, sem nomes.
privacy-backups = Por segurança, são feitas cópias de todo o banco de dados. Cada cópia é apagada depois de { $days ->
    [one] um dia
   *[other] { $days } dias
}, e até lá o que é apagado aqui já saiu de todas as cópias. Se for preciso recolocar uma cópia, o que alguém apagou ou retirou desde então também é apagado ou retirado nela.
privacy-sources-title = Como contamos de onde as pessoas vêm
privacy-sources = Se o link que trouxe você tem um nome, como o de uma mesa, de um boletim ou do site de outra organização, contamos por dia quantas vezes a página foi aberta por ele, sem cookies e sem anotar quem abriu. Se você assinar, esse nome fica guardado com a sua assinatura. Quando outra organização mostra este formulário no próprio site, o formulário diz de qual organização se trata; o que você digita vai para os organizadores citados acima. Essa organização recebe seu nome e seu e-mail só se o formulário perguntar se ela pode escrever para você e você disser que sim.
privacy-cookies-title = Cookies
privacy-cookies = Nenhum enquanto você só lê. No máximo dois depois que você assina: um por até sete dias, para que o mesmo navegador possa confirmar sem mais perguntas, e outro por até uma hora, para que as páginas seguintes possam mostrar o que você enviou.
