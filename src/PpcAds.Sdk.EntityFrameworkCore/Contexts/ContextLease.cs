using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>A context and the scope that it lives in.</summary>
internal sealed class ContextLease(AsyncServiceScope scope, DbContext context) : IAsyncDisposable
{
    public DbContext Context { get; } = context;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
