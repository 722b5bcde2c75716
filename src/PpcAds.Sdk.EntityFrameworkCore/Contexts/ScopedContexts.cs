using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Contexts as the host registered them, each from a scope of its own.</summary>
internal sealed class ScopedContexts<TContext>(IServiceScopeFactory scopes) : IPpcAdsContexts
    where TContext : DbContext
{
    public ContextLease Create()
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        return new ContextLease(scope, scope.ServiceProvider.GetRequiredService<TContext>());
    }
}
